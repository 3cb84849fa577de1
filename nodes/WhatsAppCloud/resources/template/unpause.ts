import { calling } from '../../manage/calling';
import { anyTemplateField, templateIdOf } from '../../template/byId';

export const unpause = calling({
	name: 'Unpause',
	action: 'Unpause template',
	description: 'Let a template be sent again that Meta paused because of its pace',
	fields: [anyTemplateField],
	request: async (form) => ({ method: 'POST', path: `/${await templateIdOf(form)}/unpause` }),
	done: 'unpaused',
});
