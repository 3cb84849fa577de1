import { list, record, text } from '../../../../core/webhook/read';
import { phoneNumberField } from '../../../shared/fields';
import { calling } from '../../manage/calling';
import { numberOf } from '../../manage/ids';

const FIELDS = 'about,address,description,email,profile_picture_url,websites,vertical';

export const get = calling({
	name: 'Get',
	action: 'Get business profile',
	description: 'Get what people see when they open the profile of one of your numbers',
	fields: [phoneNumberField],
	request: (form) => ({
		method: 'GET',
		path: `/${numberOf(form)}/whatsapp_business_profile`,
		qs: { fields: FIELDS },
	}),
	result: (answer, { services }) => {
		const entry = record(list(answer.data)[0]);
		// Meta's own descriptions disagree on whether there is a level in between.
		const profile = record(entry.business_profile ?? entry);
		return {
			phone_number_id: services.facts.phone_number_id,
			about: text(profile.about),
			address: text(profile.address),
			description: text(profile.description),
			email: text(profile.email),
			vertical: text(profile.vertical),
			websites: list(profile.websites).map(text),
			profile_picture_url: text(profile.profile_picture_url),
		};
	},
});
