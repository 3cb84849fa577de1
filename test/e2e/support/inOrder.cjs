const Sequencer = require('@jest/test-sequencer').default;

/** Files run by name: the e2e files share one n8n, and the last one looks at what all others left behind. */
module.exports = class extends Sequencer {
	sort(tests) {
		return [...tests].sort((a, b) => (a.path < b.path ? -1 : 1));
	}
};
