SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
TAG_REGEX_SUBSTITUTIONS=[('^c#$','csharp'),(r'^\.net$','dotnet'),(r'[^\w\s-]',''),(r'[-\s]+','-')]
