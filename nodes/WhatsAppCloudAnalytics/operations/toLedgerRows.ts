import type { INodeExecutionData } from 'n8n-workflow';
import { toLedgerRows as rowsOf } from '../../../core/ledger/rows';
import { privacyKeyOf } from '../../shared/privacyKey';
import { isEmpty } from '../input';
import { toItemError } from '../itemError';
import type { AnalyticsOperation } from './operation';

export const toLedgerRows: AnalyticsOperation = {
	name: 'To Ledger Rows',
	action: 'Turn events and send results into ledger rows',
	description:
		'Turn trigger events and send results into the rows of the ledger table, without any message text',
	fields: [],
	async run(context, run) {
		const options = { privacyKey: await privacyKeyOf(context), now: run.now };
		const onError = context.getNode().onError;
		const isKept = onError === 'continueErrorOutput';
		const results: INodeExecutionData[] = [];
		let leftOut = 0;
		context.getInputData().forEach(({ json }, item) => {
			if (isEmpty(json)) return;
			run.item = item;
			const pairedItem = { item };
			try {
				for (const row of rowsOf(json, options)) results.push({ json: row, pairedItem });
			} catch (error) {
				const found = toItemError(context.getNode(), error, item);
				if (!context.continueOnFail()) throw found;
				// On the main output it would break the insert that follows, so there it is left out.
				if (isKept) results.push({ json: { reason: found.message }, error: found, pairedItem });
				leftOut++;
			}
		});
		if (leftOut > 0 && !isKept) {
			context.addExecutionHints({
				message: `${leftOut} ${leftOut === 1 ? 'item was' : 'items were'} left out: no event, send result or ledger row.`,
				type: 'warning',
				location: 'outputPane',
			});
		}
		return results;
	},
};
