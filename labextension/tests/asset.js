// What a style sheet or a picture is in a test.

module.exports = '<svg xmlns="http://www.w3.org/2000/svg"></svg>';
