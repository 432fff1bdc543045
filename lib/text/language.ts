/** The language that a text is set and read aloud in, whatever the interface speaks: Chinese as soon as it has a Chinese character. */
export const languageOf = (text: string): 'zh-CN' | 'en' => (/\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en')
