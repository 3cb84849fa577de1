import { contactsContent } from '../../../../core/message/contacts';
import { cardOf, contactsField } from '../../contacts';
import { groupOptions, recipientFields } from '../../fields';
import { rowsField } from '../../form';
import { sending } from '../../send';

export const sendContacts = sending({
	name: 'Send Contacts',
	action: 'Send contacts message',
	description: 'Send contact cards to save or to write to',
	fields: [...recipientFields, contactsField, groupOptions()],
	content: (form) => contactsContent(rowsField(form, 'contacts', 'contact').map(cardOf)),
});
