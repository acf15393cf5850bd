SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
DEFAULT_PAGINATION=1
PAGINATION_PATTERNS=((2,'{name}-{number}.html','{name}-{number}.html'),(1,'{url}','{save_as}'))
