SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
PATH_METADATA=r'blog/(?P<path_no_ext>.*)\..*'
ARTICLE_URL='{path_no_ext}.html'
ARTICLE_SAVE_AS='{path_no_ext}.html'
ARTICLE_PATHS=['blog']
