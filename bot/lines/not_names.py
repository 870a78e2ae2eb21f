"""What is written with a capital and names nobody: tools, places, short forms; all of it plain."""

import functools
from zoneinfo import available_timezones

from babel import Locale

from bot.feedback.privacy_hint import LEXICONS
from bot.language import LANGS
from bot.places import city, countries
from bot.plain import plain


@functools.cache
def capitals() -> frozenset[str]:
    """Return the words whose capital says nothing, wherever they stand."""
    said = set((_TOOLS + _PLACES + _DEPARTMENTS + _SHORT + _ALL_OF_US).split())
    for lang in LANGS:
        said |= LEXICONS[lang].capitals
        said |= {word for _, name in countries(lang) for word in plain(name).split()}
        towns = (zone.get("city", "") for zone in Locale(lang).time_zones.values())
        said |= {word for town in towns for word in plain(town).split()}
    for zone in available_timezones():
        said |= set(plain(city(zone)).split())
    return frozenset(said)


_TOOLS = """
airtable android anglais angular ansible apple asana aws azure bitbucket bluetooth bootstrap
calendly canva catia chatgpt chrome claude confluence copilot crm datadog devops discord django
docker docusign dropbox edge erp excel facebook figma firefox framer gemini genially gimp git
github gitlab gmail google grafana hubspot illustrator indesign intranet ios iphone java
javascript jenkins jira kanban kibana klaxoon kubernetes linear linkedin linux looker lucidchart
mac mailchimp matlab mattermost meet miro monday mural mysql netsuite notion odoo office okta
onedrive onenote openai oracle outlook photoshop pipedrive planner postgres power powerbi
powerpoint python qlik react redmine revit sage salesforce sap scrum selenium sentry servicenow
sharepoint shopify skype slack smartsheet snowflake solidworks sonar splunk spotify sql stripe
tableau teams terraform todoist toggl trello tricount typeform ubuntu visio vscode webex whatsapp
wiki windows word wordpress workday youtube zapier zendesk zoom
"""

_PLACES = """
aberdeen africa afrique aix america amerique angers annecy asia asie austin avignon bale barcelona
barcelone basel bath belfast bergen bern berne besancon birmingham bordeaux boston bradford brest
bretagne brighton bristol britain brittany bruges caen california cambridge cardiff charleroi
chester chicago clermont cologne cork coventry dallas derby dijon dundee edinburgh england ferrand
france frankfurt fribourg galway gand gdansk geneva geneve genova ghent glasgow grenoble hamburg
houston hull ile iowa italy krakow lausanne leeds leicester leipzig lens liege limerick limoges
liverpool london londres lorient lyon malmo manchester marseille metz miami milan milano monaco
mons montpellier mulhouse munich namur nancy nantes naples neuchatel newcastle nice nimes
normandie normandy norwich nottingham orleans oxford paris pau perpignan plymouth poitiers porto
portsmouth preston pune quimper reading reims rennes rome rotterdam roubaix rouen scotland seattle
sheffield sion southampton strasbourg stuttgart texas toulon toulouse tours turin valence valencia
versailles wales wolverhampton york
"""

_DEPARTMENTS = """
accounting accounts achats administration assembly audit billing commerce communication
communications compliance compta comptabilite design development distribution entrepot facilities
factory formation informatique innovation laboratory logistics logistique maintenance
manufacturing methodes operations paie payroll planning pmo procurement production purchasing
reception recruitment recrutement research safety securite security service services shipping
strategy technique training transport treasury tresorerie usine warehouse workshop
"""

_SHORT = """
apr asap ascension aug bcp cao cc cdd cdi ceo cfo ci codir comex copil coproj cse cto cv cvs daf
dec dev dim diwali drh dsi ecommerce eid eod eow faq feb fev fr fri fyi gmao halloween hq hr ia
iso it jan janv jeu juil jul jun kpi kpis lun mail mar mer mon mvp nda nov nps oct ok okr okrs
open pao pc pdf pentecote pm pme po pos ppt pr prs qa qhse qr qvt rdv retex rex rfp rgpd rh
roadmap roi rps rse rtt saas sam sat sav seo sep sept siret sla sms sos sprint stp sun svp tbd
thanksgiving thu thur thurs tma todo toussaint ttt tue tues tv ui url usb ux ven vip visio vpn vs
wed weds wfh wip xmas
"""

_ALL_OF_US = """
all autres chacun chacune colleagues collegues each eachother everybody everyone folks guys her
him others people plusieurs team them tous toutes us
"""
