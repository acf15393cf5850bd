SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
DEFAULT_PAGINATION=2
PAGINATION_PATTERNS=((1,'{name}{extension}','{name}{extension}'),(2,'{name}-{number}{extension}','{name}-{number}{extension}'),(-1,'{name}-last{extension}','{name}-last{extension}'))
