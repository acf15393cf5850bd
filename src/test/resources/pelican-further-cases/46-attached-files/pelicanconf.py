SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
STATIC_PATHS=['images']
EXTRA_PATH_METADATA={'images/p.png':{'path':'moved/p.png'},'images/q.png':{'save_as':'moved/q.png','url':'moved/q.png'}}
ARTICLE_URL='posts/{slug}/'
ARTICLE_SAVE_AS='posts/{slug}/index.html'
