SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
STATIC_PATHS=['a/b','c.txt','missing','d']
IGNORE_FILES=['*.bak','[0-9]*','?.tmp']
