SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
STATIC_PATHS=['images','files']
PATH_METADATA=r'(?P<path_no_ext>.*)\.(?P<ext>.*)'
STATIC_URL='s/{ext}/{path_no_ext}.{ext}'
STATIC_SAVE_AS='s/{ext}/{path_no_ext}.{ext}'
