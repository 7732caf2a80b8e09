/**
 * Runs inside QuickJS before anything else. Gives back a function that compiles one validation function and answers
 * with `run`, which judges a batch: each document parsed anew, user and security object fresh for each, so that one
 * judgement cannot colour the next. `state.verdicts` survives an interruption in the middle of a batch.
 */
export const SANDBOX_SCRIPT = `
(function () {
  var parse = JSON.parse, stringify = JSON.stringify, evaluate = eval, String_ = String;
  globalThis.isArray = Array.isArray;
  globalThis.toJSON = stringify;
  globalThis.log = function () {};
  globalThis.sum = function (values) { var total = 0; for (var i = 0; i < values.length; i++) total += values[i]; return total; };

  var attempt = function (source) {
    try { return { value: evaluate(source) }; } catch (error) { return { error: error }; }
  };
  var compile = function (source) {
    var whole = attempt(source);
    if (typeof whole.value === 'function') return whole.value;
    var wrapped = attempt('(' + source.replace(/;\\s*$/, '') + '\\n)');
    if (typeof wrapped.value === 'function') return wrapped.value;
    throw new SyntaxError(whole.error ? String_(whole.error.message) : 'Expression does not eval to a function.');
  };
  var describe = function (thrown) {
    if (thrown && thrown.name && thrown.stack !== undefined) return [String_(thrown.name), String_(thrown.message)];
    if (typeof thrown === 'string') return ['unknown_error', thrown];
    if (thrown && thrown.forbidden !== undefined) return ['forbidden', thrown.forbidden];
    if (thrown && thrown.unauthorized !== undefined) return ['unauthorized', thrown.unauthorized];
    for (var name in thrown) return ['unknown_error', thrown[name]];
    return ['unknown_error', thrown === undefined ? 'undefined' : thrown];
  };
  return function (source, designText) {
    var validate = compile(source);
    var design = parse(designText);
    var state = { verdicts: [] };
    return {
      run: function (batch, user, security) {
        var documents = parse(batch);
        state.verdicts = [];
        for (var i = 0; i < documents.length; i++) {
          var verdict = null;
          try {
            validate.apply(design, [documents[i][0], documents[i][1], parse(user), parse(security)]);
          } catch (thrown) {
            verdict = describe(thrown);
          }
          state.verdicts.push(verdict);
        }
        return stringify(state.verdicts);
      },
      taken: function () { return stringify(state.verdicts); }
    };
  };
})()`;
