SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
SLUG_SUBSTITUTIONS=(('C++','cpp'),('&','and'))
TAG_SUBSTITUTIONS=(('C#','csharp'),)
CATEGORY_SUBSTITUTIONS=(('R&D','research',True),)
