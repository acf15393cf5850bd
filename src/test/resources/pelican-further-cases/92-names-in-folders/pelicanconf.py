SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
TAG_URL='tag/{name}/'
TAG_SAVE_AS='tag/{name}/index.html'
TAG_FEED_ATOM='feeds/tag/{slug}.xml'
DEFAULT_PAGINATION=1
