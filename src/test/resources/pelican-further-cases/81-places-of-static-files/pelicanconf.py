SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
STATIC_PATHS=['extra']
EXTRA_PATH_METADATA={'extra/robots.txt':{'path':'robots.txt'},'extra/sub/f.ico':{'path':'favicon.ico'},'extra/keep.txt':{'foo':'bar'}}
