/** What the app callback must carry: everything that sends need, people write, and Meta decides. */
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

/** What it carries besides where Meta offers it to the app: calls, groups, the Business app on a phone, other apps. */
export const MORE_FIELDS = [
	'account_settings_update',
	'automatic_events',
	'business_username_updates',
	'calls',
	'group_lifecycle_update',
	'group_participants_update',
	'group_settings_update',
	'group_status_update',
	'history',
	'messaging_handovers',
	'partner_solutions',
	'payment_configuration_update',
	'smb_app_state_sync',
	'smb_message_echoes',
	'standby',
	'template_correct_category_detection',
	'tracking_events',
	'user_id_update',
];
