/** What keeps the account from writing to people first. */
export interface Restriction {
	/** How Graph refuses a template then. */
	code: number;
	/** What `health_status` says about the account. */
	error: { error_code: number; error_description: string; possible_solution: string };
	/** What `account_update` says. */
	update?: Record<string, unknown>;
}

export const RESTRICTIONS: Record<'payment' | 'policy', Restriction> = {
	payment: {
		code: 131042,
		error: {
			error_code: 141006,
			error_description:
				'There is an error with the payment method. This will block business initiated conversations.',
			possible_solution:
				'There was an error with your payment method. Please add a new payment method to the account.',
		},
	},
	policy: {
		code: 131031,
		error: {
			error_code: 141014,
			error_description: 'The WABA is banned.',
			possible_solution:
				'Please visit Business Support Home for more details (https://business.facebook.com/accountquality) on how to appeal the ban.',
		},
		update: {
			event: 'ACCOUNT_RESTRICTION',
			restriction_info: [{ restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING' }],
		},
	},
};
