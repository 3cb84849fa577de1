import { locationContent } from '../../../../core/message/location';
import { groupOptions, recipientFields } from '../../fields';
import { textField } from '../../form';
import { sending } from '../../send';

export const sendLocation = sending({
	name: 'Send Location',
	action: 'Send location message',
	description: 'Send a place on the map',
	fields: [
		...recipientFields,
		{
			displayName: 'Latitude',
			name: 'latitude',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 52.5163',
			description: 'Degrees north, with a point as decimal mark; south is negative',
		},
		{
			displayName: 'Longitude',
			name: 'longitude',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 13.3777',
			description: 'Degrees east, with a point as decimal mark; west is negative',
		},
		{
			displayName: 'Place Name',
			name: 'placeName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Brandenburg Gate',
			description: 'Title above the map',
		},
		{
			displayName: 'Address',
			name: 'address',
			type: 'string',
			default: '',
			placeholder: 'e.g. Pariser Platz, Berlin',
			description: 'Shown below the name; WhatsApp leaves it out where there is no name',
		},
		groupOptions(),
	],
	content: (form) =>
		locationContent({
			latitude: textField(form, 'latitude'),
			longitude: textField(form, 'longitude'),
			name: textField(form, 'placeName'),
			address: textField(form, 'address'),
		}),
});
