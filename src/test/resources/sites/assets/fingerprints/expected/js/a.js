js/a.js
