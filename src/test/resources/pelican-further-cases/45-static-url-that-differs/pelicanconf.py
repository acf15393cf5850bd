SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
STATIC_PATHS=['images']
STATIC_URL='files/{path}'
STATIC_SAVE_AS='static/{path}'
