import type { Language } from '#domain/language.ts';

const german =
  'aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes auch auf aus bei beim bin bis bist da dabei dafür damit dann das dass dasselbe dazu dein deine dem den denn der des dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines einige einigen einiges einmal er es etwas euch euer für gegen gewesen hab habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in indem ins ist jede jedem jeden jeder jedes jene jetzt kann kein keine keinen können könnte man manche mein meine mich mir mit muss müssen müsste nach nein nicht nichts noch nun nur ob oder ohne sehr sein seine seinem seinen seiner selbst sich sie sind so solche soll sollen sollte sondern sonst um und uns unser unsere unserem unseren unserer unter viel vom von vor während war waren was weg weil weiter welche welchem welchen welcher welches wenn wer werde werden wie wieder will wir wird wirst wo wollen wollte würde würden zu zum zur zwar zwischen darf dürfen dürften geht gehen gibt mal schon einfach brauchen brauch braucht brauche eigentlich ja denn wann warum wieso nen ne ner okay ok bitte genau gerne machen macht gelten gilt zulässig erlaubt verboten rechtlich';
const english =
  'about above after again all also am an and any are as at be because been before being below between both but by can cannot could did do does doing down during each even few fine for from further get got had has have having he her here hers him his how if in into is it its itself just let like may me more most must my need no nor not now of off ok okay on once only or other our ours out over own please really same she should so some still such than that the their theirs them then there these they this those through to too under until up us very was we were what when where which while who whom whose why will with would yes you your yours allowed legal legally lawful permitted';

/** Words that tell nothing about what is asked. */
export const stopWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  de: new Set(german.split(' ')),
  en: new Set(english.split(' ')),
};
