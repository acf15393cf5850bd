SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
EXTRA_PATH_METADATA={'fr':{'lang':'fr'},'fr/x':{'lang':'de'}}
