SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
AUTHOR='Own Er'
DEFAULT_METADATA={'authors':'X, Y'}
ARTICLE_URL='{author}/{slug}.html'
ARTICLE_SAVE_AS='{author}/{slug}.html'
