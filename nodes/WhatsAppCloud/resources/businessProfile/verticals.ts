/** Meta's lines of business, in words. */
const VERTICALS = {
	ALCOHOL: 'Alcohol',
	APPAREL: 'Clothing',
	AUTO: 'Cars',
	BEAUTY: 'Beauty and Wellness',
	EDU: 'Education',
	ENTERTAIN: 'Entertainment',
	EVENT_PLAN: 'Events',
	FINANCE: 'Finance',
	GOVT: 'Government',
	GROCERY: 'Groceries',
	HEALTH: 'Health',
	HOTEL: 'Hotels',
	MATRIMONY_SERVICE: 'Matrimony Service',
	NONPROFIT: 'Non-Profit',
	NOT_A_BIZ: 'Not a Business',
	ONLINE_GAMBLING: 'Online Gambling',
	OTC_DRUGS: 'Over-the-Counter Drugs',
	OTHER: 'Other',
	PHYSICAL_GAMBLING: 'Gambling on Site',
	PROF_SERVICES: 'Professional Services',
	RESTAURANT: 'Restaurants',
	RETAIL: 'Retail',
	TRAVEL: 'Travel',
};

export const verticals = Object.entries(VERTICALS)
	.map(([value, name]) => ({ name, value }))
	.sort((a, b) => a.name.localeCompare(b.name));
