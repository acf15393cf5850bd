SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
STATIC_PATHS=['extra','images']
EXTRA_PATH_METADATA={'extra/.htaccess':{'path':'.htaccess'}}
