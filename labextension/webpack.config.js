// Named ids make the bundle the same in every folder: a numbered id depends on the absolute path of the build.
module.exports = { optimization: { moduleIds: 'named', chunkIds: 'named' } };
