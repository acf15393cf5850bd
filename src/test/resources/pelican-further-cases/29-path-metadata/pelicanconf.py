SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
PATH_METADATA=r'(?P<category>[^/]+)/(?P<slug>[^.]+)\..*'
FILENAME_METADATA=r'(?P<slug>[a-z]+)'
EXTRA_PATH_METADATA={'one/x.md':{'slug':'extra','lang':'fr','k':'1'},'one':{'k':'2','lang':'de','template':'article'}}
DEFAULT_METADATA={'author':'Def','lang':'it'}
