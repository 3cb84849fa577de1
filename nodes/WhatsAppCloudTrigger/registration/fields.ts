/** What the app callback subscribes to: everything that sends need, people write, and Meta decides. */
export const APP_FIELDS = [
	'messages',
	'message_template_status_update',
	'message_template_quality_update',
	'message_template_components_update',
	'template_category_update',
	'account_update',
	'account_alerts',
	'account_review_update',
	'business_capability_update',
	'phone_number_name_update',
	'phone_number_quality_update',
	'security',
	'user_preferences',
	'flows',
];
