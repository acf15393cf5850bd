SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
DEFAULT_METADATA={'my-key':'dflt'}
ARTICLE_URL='{my-key}-{slug}.html'
ARTICLE_SAVE_AS='{my-key}-{slug}.html'
EXTRA_PATH_METADATA={'sub':{'my-key':'epm'}}
