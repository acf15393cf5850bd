SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
DEFAULT_METADATA={'status':'draft','author':'Dee','tags':'a, b'}
