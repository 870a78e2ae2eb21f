"""French lists of nouns and verbs that the rules look up."""

STATES = """
memoriser supposer presumer prejuger privilegier subir eprouver percevoir pressentir
deviner admettre concevoir interioriser assimiler intellectualiser conceptualiser cerner
decoder decrypter interpreter persister resister lutter decompresser relaxer exagerer
surreagir bouder jalouser mepriser admirer exister symboliser viser ambitionner rever
fantasmer desirer convoiter negliger focusser chiller tripper capoter badtriper
gamberger psychoter sympathiser compatir empathiser cohabiter coexister mefier soucier
preoccuper passionner enthousiasmer rejouir emerveiller tracasser obstiner acharner
surpasser devouer discipliner temperer ressourcer reposer distancier accommoder
habituer familiariser impregner constater remarquer ignorer stimuler mobiliser muscler
upskiller promouvoir coordonner reinventer challenger accelerer digitaliser transformer
parfaire reequilibrer stabiliser perenniser fiabiliser assainir revitaliser remobiliser
amplifier intensifier faciliter innover performer
"""
"""Verbs of mind, feeling and progress: no acts."""

ONESELF = """
adapter apaiser motiver remotiver mobiliser remobiliser rappeler souvenir mefier reprocher
pardonner affirmer imposer ouvrir respecter valoriser estimer questionner interroger demander
positionner situer projeter resoudre determiner battre devouer consacrer responsabiliser
canaliser controler maitriser moderer temperer menager economiser ecouter detacher distancier
desinvestir amuser attacher aligner entendre conformer plier incliner approprier renouveler
organiser depasser cultiver agacer irriter facher disperser eparpiller acharner enteter lasser
epuiser fatiguer surmener perdre endurcir adoucir assouplir ameliorer bonifier demarquer
distinguer contenter satisfaire liberer alleger preserver epanouir eveiller enrichir structurer
recentrer concentrer focaliser ressourcer reposer detendre relaxer calmer ressaisir
rassurer raisonner endormir ronger torturer tourmenter blamer critiquer juger sacrifier brider
censurer surveiller accrocher emballer embarquer equilibrer menager
discipliner muscler aguerrir accepter assumer aimer
apprecier sentir croire efforcer appliquer laisser
"""
"""What is an act only where it is done to somebody else."""

METRICS = """
chiffre d'affaires; taux d'absenteisme; turnover; taux de satisfaction; satisfaction client;
nps; csat; ventes; part de marche; marge; marge brute; marge nette; resultat net; ebitda;
rentabilite; objectifs de vente; quota; panier moyen; taux de transformation; taux de
conversion; taux de service; taux de retour; taux de reclamation; nombre de reclamations;
reclamations clients; plaintes; delai moyen; delai de traitement; delai de livraison; delai de
paiement; delai de reponse moyen; temps d'attente; temps d'attente moyen; dmt; duree moyenne de
traitement; taux de decroche; taux d'abandon; zero accident; accidents du travail; taux de
frequence; taux de gravite; tf1; jours sans accident; presqu'accidents; zero defaut; rebuts;
taux de rebut; taux de non-conformite; non-conformites; ppm; trs; taux de rendement synthetique;
oee; productivite; rendement; arrets machine; temps d'arret; pannes; mtbf; mttr; disponibilite
du systeme; uptime; sla; velocite; burndown; bugs en production; incidents majeurs; incidents de
production; couverture de tests; dette technique; retards; nombre de retards; ponctualite des
trains; absences non justifiees; arrets maladie; demissions; taux de depart; fidelisation;
retention; taux de retention; engagement des collaborateurs; barometre social; enquete de
satisfaction; score d'engagement; enps; climat social; moral de l'equipe; motivation de
l'equipe; cohesion d'equipe; conflits; burn-out; heures supplementaires; heures sup; heures
supp; depassement de budget; couts; cout de revient; cout unitaire; economies; pertes; demarque;
demarque inconnue; casse; gaspillage; gaspillage alimentaire; ruptures; taux de rupture;
rotation des stocks; valeur du stock; impayes; creances; dso; tresorerie; cash-flow; bfr;
consommation d'energie; emissions; taux de tri; taux de recyclage; clients perdus; churn; taux
d'attrition; leads qualifies; abonnes; followers; taux d'ouverture; taux de clic; trafic du
site; frequentation; nombre de visiteurs; taux d'occupation; taux de remplissage; nuitees; note
google; note tripadvisor; etoiles; moyenne de classe; taux de reussite; taux de redoublement;
decrochage; decrochage scolaire; resultats scolaires; resultats de l'equipe; performance de
l'equipe; permanence d'emploi; tension arterielle; taux de cholesterol; infections nosocomiales;
chutes de patients; escarres; readmissions; duree moyenne de sejour; dms; taux de mortalite;
erreurs medicamenteuses; evenements indesirables; taux d'encadrement; taux de vaccination;
erreurs de saisie; erreurs de picking; taux d'erreur; erreurs de facturation; litiges;
penalites; retours produits; taux de casse; taux de litige; otif; taux de remplissage camion;
kilometres a vide; sinistralite; cambriolages; incivilites; agressions; infractions;
contraventions; image de marque; notoriete; reputation; classement; score; indicateurs au vert;
kpi; kpis; okr; resultats trimestriels; croissance; croissance du chiffre d'affaires; valeur
ajoutee; dividende; cours de bourse; taux de participation; taux de presence; taux de
completion; taux d'adoption; adoption de l'outil; taux d'utilisation; nombre de telechargements;
nombre d'utilisateurs actifs; temps de chargement; consommation de carburant; absenteisme;
presenteisme; taux de roulement; achalandage; taux d'activite; nombre de candidatures; delai de
recrutement; pyramide des ages; index egalite; taux de mobilite interne; taux de feminisation
"""
"""What others co-determine."""

ACT_NOUNS = """
appel; mail; point; rdv; rendez-vous; reunion; brief; debrief; relance; coup de fil; email;
e-mail; courriel; message; sms; texto; call; visio; entretien; envoi; visite; retour; feedback;
reponse; compte rendu; cr; presentation; demo; atelier; formation; cafe; dejeuner; diner; lunch;
pause; commande; livraison; inventaire; nettoyage; rangement; controle; audit; verification;
relecture; correction; validation ecrite; signature; redaction; impression; affichage;
publication; post; annonce; invitation; inscription; reservation; achat; paiement; virement;
facturation; remboursement; devis; declaration; depot; remise; remise des cles; transmission;
transfert; partage; archivage; classement; tri; suppression; sauvegarde; backup; mise a jour;
maj; mise en ligne; mise en prod; mise en rayon; mise en copie; deploiement; installation;
reparation; remplacement; demontage; montage; maintenance; vidange; graissage; essai; recette;
revue; relecture croisee; code review; retro; daily; stand-up; kick-off; bilan; entretien
annuel; 1:1; one-to-one; one to one; tete-a-tete; bilaterale; bila; tour de table; tour
d'atelier; tour du service; tour des bureaux; tour de chantier; ronde; tournee; passage au
bureau; deplacement; trajet a velo; marche; marche de 20 minutes; footing; seance de sport;
etirements; lecture; prise de sang; prise de poste; prise de contact; prise de rdv; prise de
parole; prise de notes; pose des conges; saisie; saisie des heures; pointage; badgeage; releve
de compteur; releve; transmissions; pansement; toilette; distribution; collecte; recolte;
arrosage; taille; tonte; chargement; dechargement; expedition; emballage; etiquetage; depannage;
intervention; rappel; remerciement; remerciements; mot de remerciement; excuses; felicitations;
bonjour; salut; question; demande; demande de devis; demande d'acces; convocation; signalement;
alerte; ouverture de ticket; cloture du ticket; fermeture; ouverture; ouverture du magasin;
extinction des ecrans; extinction du pc; telephone eteint; telephone dans le tiroir; telephone
en mode avion; pc ferme; ordi ferme; silence en reunion; sondage; questionnaire envoye; enquete
envoyee; exercice d'evacuation; exercice incendie; accueil; tutorat; binome; observation en
classe; visite de classe; visite a domicile; visite client; visite chantier; cours; dictee;
interro; correction des copies; repas; souper; apero; pot de depart; note ecrite; note envoyee;
memo; memo envoye; lettre; lettre recommandee; courrier; recommande; resiliation; annulation;
depart a 17 h; arrivee a 8 h; lever a 6 h; coucher a 22 h
"""
"""Nouns that stand for an act."""

DELIVERABLES = """
rapport; compte rendu; planning; presentation; note; document; dossier; fichier; tableau; mail;
plan d'action; plan; liste; devis; facture; contrat; offre; proposition; synthese; bilan; fiche;
fiche de poste; procedure; mode operatoire; slides; slide; powerpoint; ppt; deck; support;
support de formation; pdf; doc; word; excel; tableur; google doc; tableau de bord; dashboard;
reporting; budget; budget previsionnel; business plan; calendrier; retroplanning; agenda; ordre
du jour; odj; pv; proces-verbal; cr; releve de decisions; cahier des charges; cdc;
specifications; specs; user story; user stories; backlog; roadmap; feuille de route;
organigramme; schema; maquette; prototype; poc; mvp; version; v1; release; livrable; code;
script; patch; correctif; pull request; pr; mr; merge request; ticket; module; page; page web;
site; article; post; billet; newsletter; infolettre; communique; communique de presse; brochure;
flyer; depliant; affiche; poster; catalogue; plaquette; video; tuto; tutoriel; podcast; capsule;
photo; album; logo; visuel; banniere; carte de voeux; carte d'anniversaire; lettre; lettre de
motivation; cv; courrier; courriel; convention; avenant; bon de commande; bc; bon de livraison;
bl; bordereau; attestation; certificat; formulaire; formulaire d'inscription; questionnaire;
sondage; grille; grille d'entretien; grille d'evaluation; evaluation; checklist; check-list; to-
do list; to-do; inventaire; registre; registre de securite; duerp; document unique; plan de
prevention; fiche de donnees de securite; fds; fiche incident; fiche d'anomalie; fnc; rex;
retour d'experience ecrit; plan de formation; plan de charge; plan de salle; plan de cours; plan
de classe; fiche de preparation; sequence; cours; polycopie; syllabus; copies; copies corrigees;
bulletins; notes du trimestre; carnet de notes; appreciation; livret; livret d'accueil; guide;
guide d'utilisation; manuel; notice; faq; glossaire; wiki; page wiki; base de donnees; export;
extraction; requete; csv; sauvegarde; maquette figma; cartographie; matrice; matrice de
competences; matrice des risques; analyse de risques; analyse; etude; etude de marche;
benchmark; memoire; these; tfe; tpi; travail de diplome; rapport de stage; chapitre; manuscrit;
traduction; transcription; sous-titres; discours; allocution; texte; tribune; argumentaire;
pitch; script d'appel; trame; template; modele; canevas; gabarit; charte; reglement; reglement
interieur; rapport annuel; rapport d'activite; rapport d'intervention; rapport d'audit; rapport
d'incident; constat; etat des lieux; bilan comptable; liasse fiscale; declaration tva;
declaration d'impots; fiche de paie; bulletin de paie; fiche de salaire; decompte; releve
d'heures; feuille de temps; note de frais; ndf; justificatif; rib; dossier patient; dossier de
soins; plan de soins; ordonnance; prescription; transmission ecrite; feuille de transmission;
certificat medical; radio; resultat d'analyse; planche; croquis; plan d'execution; dce; ccap;
cctp; metre; doe; plan de recolement; permis de feu; pv de reception; maquette bim; soumission;
demande de subvention; dossier de candidature; portfolio; moodboard; storyboard; invitation;
faire-part; programme; menu; carte; recette; etiquettes; signaletique; panneau; badge; cle;
colis; commande; gateau; cadeau; cagnotte; enveloppe; note de service; note de cadrage; memo;
post-it; farde; classeur; valves; babillard; formulaire de conge; demande d'achat; da; lettre de
mission; rapport d'etonnement; fiche projet; fiche reflexe; one-pager; livre blanc; kit de
communication; communique interne; message d'absence; signature mail; lien d'inscription; compte
rendu de visite; plan d'amelioration; pip; feuille de presence; feuille d'emargement; liste de
diffusion; liste de courses
"""
"""Things one can hand over."""

ACKNOWLEDGEMENTS = """
d'accord; bien recu; merci; bien note; c'est note; note; recu; ca marche; entendu; compris;
parfait; super; nickel; impec; tres bien; ouais; ok merci; ok super; ok pour moi; ok top; okay;
ok ca marche; ca roule; ca joue; ca va; pas de souci; pas de soucis; pas de probleme; no
problem; aucun probleme; avec plaisir; volontiers; merci beaucoup; mille mercis; un grand merci;
merci bien; merci d'avance; merci pour l'info; merci du retour; merci pour ton message; merci de
votre retour; merci a toi; merci a vous; bonne note; pris bonne note; j'en prends note; j'ai
bien recu; bien compris; je comprends; je vois; effectivement; en effet; tout a fait;
exactement; absolument; exact; c'est bon; c'est bon pour moi; c'est parfait; c'est clair; clair;
bien vu; bonne idee; excellente idee; ca me va; ca me convient; ca m'arrange; roger; affirmatif;
d'ac; dacodac; okidoki; oui oui; oui chef; a vos ordres; bien sur; evidemment; c'est beau; c'est
bien beau; correct; c'est correct; c'est tiguidou; parfait merci; super merci; genial; cool;
chouette; magnifique; formidable; bravo; felicitations; bien joue; nickel merci; impeccable; ca
fait sens; message recu; cinq sur cinq; recu cinq sur cinq; lu et approuve; pour acquit; de
rien; je vous en prie; je t'en prie; il n'y a pas de quoi; bienvenue; bonne journee; bonne
soiree; bonne fin de journee; bon week-end; bonne fin de semaine; bon conge; cordialement; bien
a vous; bien a toi; meilleures salutations; au plaisir; a bientot; a plus; a tantot; idem;
pareil; moi aussi
"""
"""What only takes note."""

REFUSALS = """
non merci; je ne peux pas; je peux pas; pas question; hors de question; impossible;
c'est non; c'est impossible; je ne veux pas; je veux pas; je ne suis pas d'accord; pas d'accord;
je decline; je dois decliner; je passe mon tour; sans moi; tres peu pour moi; ne comptez pas sur
moi; compte pas sur moi; ce ne sera pas possible; ca va pas etre possible; ca ne sera pas
possible; je ne suis pas disponible; je suis pas dispo; pas dispo; pas le temps; je n'ai pas le
temps; j'ai pas le temps; ce n'est pas mon travail; c'est pas ma job; c'est pas mon boulot; ce
n'est pas a moi de; c'est pas a moi de; ce n'est pas mon role; pas mon probleme; ca ne me
concerne pas; ca me concerne pas; je ne m'engage pas; je ne promets rien; je prefere ne pas
m'engager; je n'ai rien a ajouter; rien a signaler; rien; aucun engagement; aucune idee; je ne
sais pas; je sais pas; j'sais pas; chais pas; je n'en sais rien; skip; suivant; plus tard; pas
maintenant; pas envie; aucune envie; j'ai pas envie; laisse tomber; laissez tomber; jamais de la
vie; plutot mourir; meme pas en reve; nope; niet; no way; pantoute; jamais; on oublie; je me
desiste; je me retire; je demissionne de ce projet; sans facon; ca ne m'interesse pas; ca
m'interesse pas; desole non; desole je ne peux pas; malheureusement non; je crains que non; je
regrette mais non
"""
"""What promises nothing on purpose."""

COMPLAINTS = """
j'en ai marre; y en a marre; j'en ai assez; ras le bol; ras-le-bol; j'en peux plus; je n'en peux
plus; c'est toujours pareil; c'est toujours moi qui; c'est toujours la meme chose; ca ne sert a
rien; ca sert a rien; c'est nul; c'est n'importe quoi; n'importe quoi; c'est penible; c'est
fatigant; c'est epuisant; je suis creve; je suis crevee; je suis fatigue; je suis fatiguee; je
suis epuise; je suis a bout; je suis deborde; je suis sous l'eau; je suis dans le jus; je suis
decourage; je suis tanne; chu tanne; ca me tanne; ca me gonfle; ca me saoule; ca me soule; ca
m'enerve; ca m'agace; ca me fatigue; ca m'epuise; ca me fait chier; ca fait chier; fait chier;
ca me broie les nerfs; quelle perte de temps; perte de temps; que du blabla; encore un
questionnaire; personne n'ecoute; personne ne fait rien; on ne m'ecoute pas; on nous demande
toujours plus; on nous dit jamais rien; on n'a jamais le temps; on est en sous-effectif; il n'y
a jamais; il y a trop de; trop de travail; trop de reunions; trop de mails; pas assez de; ca ne
marche jamais; rien ne marche; ca marche pas; ca bugge; c'est encore en panne; c'est la cata;
c'est le bordel; c'est le foutoir; c'est la merde; c'est injuste; c'est pas juste; c'est
scandaleux; c'est inadmissible; c'est inacceptable; c'est abuse; c'est lourd; c'est relou; c'est
plate; c'est du grand n'importe quoi; comment voulez-vous que; a quoi bon; a quoi ca sert;
pourquoi c'est toujours moi; vous vous rendez compte; je vois pas l'interet; je ne vois pas
l'interet; tu parles; et puis quoi encore; laissez-moi tranquille; foutez-moi la paix; lachez-
moi; arretez de me relancer; arretez avec vos mails; vous etes lourds; le chef ne; la direction
ne; ils ne comprennent rien
"""
"""What only complains."""
