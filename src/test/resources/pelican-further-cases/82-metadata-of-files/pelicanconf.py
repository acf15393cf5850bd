SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
EXTRA_PATH_METADATA={'a.md':{'status':'draft'},'b.md':{'save_as':'bb/index.html','url':'bb/'},'pages':{'template':'page','lang':'fr'}}
