/** First argument that makes the bundle the client of the cache service; the second is the path of a request. */
export const cacheClientFlag = "--cache-client";
