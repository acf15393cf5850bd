SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
WITH_FUTURE_DATES=False
DRAFT_URL='f/{slug}.html'
DRAFT_SAVE_AS='f/{slug}.html'
