/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-case-private.h"

#include <string.h>

/* Where the members of CASE 1.0 and 1.1 go. */
static const PzCaseMember of_framework[] = {
  { "title", PZ_FRAMEWORK_TITLE },
  { "creator", PZ_FRAMEWORK_CREATOR },
  { "publisher", PZ_FRAMEWORK_PUBLISHER },
  { "description", PZ_FRAMEWORK_DESCRIPTION },
  { "subject", PZ_FRAMEWORK_SUBJECTS },
  { "language", PZ_FRAMEWORK_LANGUAGE },
  { "version", PZ_FRAMEWORK_VERSION },
  { "adoptionStatus", PZ_FRAMEWORK_ADOPTION_STATUS },
  { "statusStartDate", PZ_FRAMEWORK_STATUS_START },
  { "statusEndDate", PZ_FRAMEWORK_STATUS_END },
  { "frameworkType", PZ_FRAMEWORK_FRAMEWORK_TYPE },
  { "caseVersion", PZ_FRAMEWORK_CASE_VERSION },
  { "officialSourceURL", PZ_FRAMEWORK_SOURCE },
  { "uri", PZ_FRAMEWORK_URI },
  { "lastChangeDateTime", PZ_FRAMEWORK_LAST_CHANGED },
  { "notes", PZ_FRAMEWORK_NOTES },
  { "subjectURI", -1 },
  { "licenseURI", -1 },
  { "CFPackageURI", -1 },
  { "extensions", -1 },
};

static const PzCaseMember of_standard[] = {
  { "fullStatement", PZ_STANDARD_STATEMENT },
  { "humanCodingScheme", PZ_STANDARD_CODE },
  { "abbreviatedStatement", PZ_STANDARD_ABBREVIATED },
  { "alternativeLabel", PZ_STANDARD_ALTERNATIVE },
  { "listEnumeration", PZ_STANDARD_ENUMERATION },
  { "CFItemType", PZ_STANDARD_KIND },
  { "educationLevel", PZ_STANDARD_EDUCATION_LEVELS },
  { "educationalLevel", PZ_STANDARD_EDUCATION_LEVELS, TRUE },
  { "subject", PZ_STANDARD_SUBJECTS },
  { "conceptKeywords", PZ_STANDARD_KEYWORDS },
  { "language", PZ_STANDARD_LANGUAGE },
  { "statusStartDate", PZ_STANDARD_STATUS_START },
  { "statusEndDate", PZ_STANDARD_STATUS_END },
  { "uri", PZ_STANDARD_URI },
  { "lastChangeDateTime", PZ_STANDARD_LAST_CHANGED },
  { "notes", PZ_STANDARD_NOTES },
  { "CFDocumentURI", -1 },
  { "CFItemTypeURI", -1 },
  { "conceptKeywordsURI", -1 },
  { "subjectURI", -1 },
  { "licenseURI", -1 },
  { "extensions", -1 },
};

static const PzCaseMember of_association[] = {
  { "associationType", PZ_ASSOCIATION_KIND },
  { "sequenceNumber", PZ_ASSOCIATION_SEQUENCE },
  { "uri", PZ_ASSOCIATION_URI },
  { "lastChangeDateTime", PZ_ASSOCIATION_LAST_CHANGED },
  { "notes", PZ_ASSOCIATION_NOTES },
  { "CFDocumentURI", -1 },
  { "CFAssociationGroupingURI", -1 },
  { "extensions", -1 },
};

/*
 * pz_case_find_member:
 *
 * Returns: (nullable): where the member of a framework, standard or association goes; %NULL: nobody knows it
 */
const PzCaseMember *
pz_case_find_member (PzRecordType  type,
                     const char   *name)
{
  const PzCaseMember *members = type == PZ_RECORD_FRAMEWORK ? of_framework
                          : type == PZ_RECORD_STANDARD ? of_standard : of_association;
  gsize n = type == PZ_RECORD_FRAMEWORK ? G_N_ELEMENTS (of_framework)
            : type == PZ_RECORD_STANDARD ? G_N_ELEMENTS (of_standard) : G_N_ELEMENTS (of_association);

  for (gsize i = 0; i < n; i++)
    if (strcmp (members[i].name, name) == 0)
      return &members[i];
  return NULL;
}
