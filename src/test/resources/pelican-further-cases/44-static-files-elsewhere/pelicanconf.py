SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
STATIC_PATHS=['images','extra']
STATIC_URL='static/{path}'
STATIC_SAVE_AS='static/{path}'
EXTRA_PATH_METADATA={'extra/robots.txt':{'path':'robots.txt'},'extra/f.ico':{'save_as':'favicon.ico'}}
