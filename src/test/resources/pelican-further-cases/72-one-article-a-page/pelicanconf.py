SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
DEFAULT_PAGINATION=1
TAG_URL='tag/{slug}/'
TAG_SAVE_AS='tag/{slug}/index.html'
PAGINATION_PATTERNS=((1,'{url}','{save_as}'),(2,'{url}{number}/','{base_name}/{number}/index.html'))
