// Puts messages and stack traces of failures into a payload, which the codec then encrypts.
// Plain CommonJS without types on purpose: the SDK `require`s this path in Node, webpack puts it into the
// workflow bundle, and the tests read it uncompiled; a CommonJS file is what all three can load.
const { DefaultFailureConverter } = require('@temporalio/common');

exports.failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
