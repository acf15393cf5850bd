SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
EXTRA_PATH_METADATA={'pages/x.md':{'title':'From EPM'}}
DEFAULT_METADATA={'title':'Untitled'}
