SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'us/eastern'
DEFAULT_LANG = 'pt-BR'
TRANSLATION_FEED_ATOM = None
