"""French abstract nouns, and the verbs that give, take, show or build what they name."""

import re

from bot.checking.french.conjugation import forms
from bot.checking.french.words import spread
from bot.checking.lexicon import one_of

ABSTRACT = one_of("""
abnegation acceptation adaptabilite adhesion admiration affection affirmation agilite aisance
allant altruisme ambiance ambition ambitions amitie amour ampleur anticipation apaisement
appartenance appetit ardeur aspiration assertivite assise assurance atmosphere attachement
attention attitude audace aura autodiscipline autonomie autorite bienveillance blocages bonheur
bonte bravoure calme camaraderie cap capacites carrure certitudes chaleur charisme charme civilite
civisme clairvoyance clarte clemence climat coherence cohesion collectif collegialite combativite
communion compassion competences complaisance complicite comportement comportements comprehension
concentration conciliation concorde confiance confort conscience consideration consistance
constance contenance continuite conviction convictions convivialite cooperation cordialite courage
courtoisie creativite credibilite credit croyance culture curiosite delicatesse detachement
determination devotion devouement dialogue dignite diligence diplomatie discernement discipline
discretion disponibilite diversite dogmes douceur doutes droiture dynamique dynamisme ecoute
efficacite efficience egalite ego elan elegance emancipation emotion emotions empathie emulation
endurance energie engagement entente enthousiasme entraide entrain envergure envie envies
equanimite equilibre equilibres equite esperance espoir espoirs esprit estime ethique etoffe eveil
exactitude exaltation excellence exemplarite exigence exigences expertise faiblesses fermete
ferveur fiabilite fidelite fierte finesse flamme flegme flexibilite fluidite foi fondations
fondements forces fougue fraicheur franchise fraternite frustration frustrations gaiete generosite
gentillesse gout grandeur gratitude habitudes harmonie hauteur honnetete honte horizon horizons
hospitalite humanisme humanite humeur humilite humour idealisme illusions imagination impact
implication importance impulsion inclusion independance indulgence influence ingeniosite
initiative initiatives innovation insouciance inspiration integrite intelligence intensite
intention intentions intuition inventivite jalons jalousie jeunesse joie jugement justesse justice
leadership legerete legitimite lenteur liant liberte libertes lien liens loyaute lucidite
magnanimite maitrise maturite mefiance mentalite mentalites mindset moderation modestie moral
mordant motivation mutualisation neutralite niaque nonchalance nuance objectivite obstination
opinions optimisme originalite ouverture paix passion patience peche pedagogie peps perseverance
persistance perspective perspectives perspicacite pertinence peur peurs philosophie plaisir
politesse ponctualite positivisme positivite posture potentiel potentiels pouvoir-agir pragmatisme
precision prejuges presence pression prestance prestige prevenance professionnalisme profondeur
promptitude proximite prudence pudeur pugnacite puissance qualite quietude rancoeur rancoeurs
rancune rationalite reactivite realisme reconfort reconnaissance rectitude recul reflexes
reflexivite regularite relation relationnel relations relief renouveau resilience resistance
respect respectabilite responsabilite responsabilites ressenti retenue reussite reves rigueur
sagesse sang-froid satisfaction savoir-etre sens sensibilite serenite serieux simplicite sincerite
sobriete sociabilite solidarite solidite souplesse soutien spontaneite stabilite stature
stimulation stress subtilite succes symbiose sympathie synergie synergies tact talents temperance
tempo tenacite tendresse tolerance tonus tranquillite transparence transversalite valeur valeurs
verite vibration vigilance vigueur virtuosite visibilite vision visions vitalite vivacite vivre-
ensemble vocation volontarisme volonte zele zenitude
""")
_VERBS = one_of(
    " ".join(
        forms("""
donner redonner prendre reprendre mettre remettre faire tenir avoir poser creer recreer porter
apporter montrer demontrer manifester temoigner garder conserver preserver maintenir entretenir
trouver retrouver chercher rechercher gagner perdre developper renforcer cultiver nourrir susciter
inspirer insuffler instaurer installer etablir batir construire reconstruire tisser nouer forger
favoriser encourager privilegier valoriser stimuler eveiller laisser accorder offrir preter vouer
imposer incarner vivre recevoir assumer exercer jouer adopter embrasser endosser elargir affirmer
asseoir consolider restaurer retablir ramener injecter infuser distiller apaiser attiser canaliser
maitriser dissiper combattre vaincre surmonter depasser affronter ranimer raviver rallumer
aiguiser affuter doper amplifier decupler generer provoquer engendrer promouvoir soigner choyer
regagner reconquerir meriter ressentir eprouver ravaler ancrer perenniser impulser clarifier
bousculer
secouer changer transformer
""")
    )
)
_BEFORE = (
    r"(?:(?:\w+ment|plus|moins|mieux|davantage|encore|enfin|toujours|un peu|beaucoup|tant|lui|leur"
    r"|aux? (?:autres|equipes?|gens|miens|collegues)|a (?:mon|ma|mes|le|la|les|chacun|chacune|tous"
    r"|toute)(?: \w+)?) )*"
)
_DETERMINER = (
    r"(?:(?:d'|de |du |des |de l'|de la |l'|le |la |les |un |une |mon |ma |mes |notre |nos "
    r"|cette |ce |plus de |moins de |assez de |davantage de |beaucoup de |un peu de "
    r"|une (?:touche|once|pointe|bonne dose) de |un (?:grain|zeste|vent|surplus) de |un brin de "
    r"|un surcroit de |une dose de |tout |toute |toutes |tous |leur |leurs |son |sa |ses "
    r"|en |a |avec )*)"
)
_QUALITY = (
    r"(?:(?:plus |moins |tres |si |aussi )?(?:grande?s?|bonn?e?s?|vraie?s?|meilleure?s?"
    r"|nouvel(?:le)?s?"
    r"|nouveau|reelle?|veritables?|forte?|haute?|juste|belle|beau|saine?|petite?|profonde?|certaine?"
    r"|peu de|simple|pleine?|totale?|entiere|vrai|fausse?s?|vieilles?|vieux) )*"
)
BUILT = spread(re.compile(rf"{_VERBS} {_BEFORE}{_DETERMINER}{_QUALITY}{ABSTRACT}\b(?! \d)"))
"""« redonner un peu de confiance »: no act, whatever the verb of giving or building."""
