import { healthOf } from '../../../core/management/health';

it('tells each obstacle with whose it is and what Meta proposes', () => {
	const health_status = {
		can_send_message: 'BLOCKED',
		entities: [
			{
				entity_type: 'PHONE_NUMBER',
				id: '1',
				can_send_message: 'LIMITED',
				additional_info: ['Your display name has not been approved yet.'],
			},
			{
				entity_type: 'WABA',
				id: '2',
				can_send_message: 'BLOCKED',
				errors: [
					{
						error_code: 141006,
						error_description: 'There is an error with your payment method.',
						possible_solution: 'Add a payment method.',
					},
				],
			},
		],
	};
	expect(healthOf({ health_status })).toEqual({
		can_send_message: 'BLOCKED',
		obstacles: [
			'Phone number: Your display name has not been approved yet.',
			'Business account: There is an error with your payment method. (code 141006) Add a payment method.',
		],
	});
});

it.each([undefined, {}, { health_status: 'none' }])('takes %j for nothing known', (answer) => {
	expect(healthOf(answer)).toEqual({ can_send_message: '', obstacles: [] });
});
