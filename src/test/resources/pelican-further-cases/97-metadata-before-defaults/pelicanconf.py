SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
EXTRA_PATH_METADATA={'x':{'lang':'fr'},'x/a.md':{'lang':'de'}}
DEFAULT_METADATA={'lang':'it'}
