import { JSX } from 'react';
import { en } from './en';

type Messages = typeof en;

/** Both forms of a text that depends on a number, under the key without their endings. */
type Forms = {
  [Key in keyof Messages as Key extends `${infer Stem}_${'one' | 'other'}`
    ? Stem
    : Key]: Messages[Key];
};

type CountedKey = {
  [Key in keyof Messages]: Key extends `${infer Stem}_other` ? Stem : never;
}[keyof Messages];

/** `name` or `name, number`, of all that is put into a text. */
type Placeholder<Text> = Text extends `${string}{{${infer First}}}${infer Rest}`
  ? First | Placeholder<Rest>
  : never;

type NameOf<P extends string> = P extends `${infer Name},${string}` ? Name : P;

type Values<Text, Value> = {
  [P in Placeholder<Text> & string as NameOf<P>]: P extends `${string}, number`
    ? number
    : Value;
};

type ValuesFor<Key extends TextKey, Value> = (Key extends CountedKey
  ? { count: number }
  : {}) &
  Omit<Values<Forms[Key], Value>, 'count'>;

type Arguments<V> = keyof V extends never ? [] : [values: V];

/**
 * The keys of the texts of the pages, without the endings of their plurals.
 *
 * @internal
 */
export type TextKey = keyof Forms;

/**
 * Gives a text of the pages by its key, in the language of the person who looks, with values put into it.
 *
 * It is what Backstage's `TranslationFunction` is for these messages. That looks at all messages for each text that is
 * asked for, which takes minutes to check when there are a thousand.
 *
 * @internal
 */
export interface Texts {
  <Key extends TextKey>(
    key: Key,
    ...values: Arguments<ValuesFor<Key, string>>
  ): string;
  <Key extends TextKey>(
    key: Key,
    ...values: Arguments<ValuesFor<Key, string | JSX.Element>>
  ): JSX.Element;
}
