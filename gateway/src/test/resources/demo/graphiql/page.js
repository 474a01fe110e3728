// The demo's page: choose who asks and about whom; the token is fetched from the stub identity provider.
const USERS = ['gp', 'nurse', 'social-worker', 'mental-health', 'mdt', 'link-worker', 'person', 'auditor', 'stranger'];

const QUERY = `# Everything the partners hold about one person, with where it is from and what it is worth.
# Choose who asks, and about whom, above. Ctrl-Enter runs it.
query OnePerson($nhsNumber: NhsNumber!) {
  person(nhsNumber: $nhsNumber) {
    demographics { value { name { display } birthDate { date } } completeness }
    timeline(first: 10) {
      nodes {
        __typename
        title
        when
        state
        provenance { partner { name } freshness }
      }
      totalCount { value atLeast }
    }
    assessments {
      completeness
      sources { partner { id } outcome covers { from to } message }
    }
  }
}
`;

const user = document.getElementById('user');
const story = document.getElementById('story');
const about = document.getElementById('about');
const identityProvider = `${location.protocol}//${location.hostname}:9000`;

const option = (value, text) => Object.assign(document.createElement('option'), { value, textContent: text });

async function answer(path) {
  const response = await fetch(identityProvider + path);
  if (!response.ok) {
    throw new Error(`The stub identity provider answered ${response.status}.`);
  }
  return response;
}

async function start() {
  const stories = await (await answer('/stories')).json();
  user.append(...USERS.map((name) => option(name, name)));
  const told = stories.filter((one) => one.nhsNumber);
  story.append(...told.map((one) => option(one.nhsNumber, `${one.story} (${one.nhsNumber})`)));

  let token;
  const signIn = async () => {
    token = await (await answer(`/token?user=${encodeURIComponent(user.value)}`)).text();
  };
  const root = ReactDOM.createRoot(document.getElementById('graphiql'));
  const show = () => {
    const one = told.find((candidate) => candidate.nhsNumber === story.value);
    about.textContent = one ? `${one.name}: ${one.about}` : '';
    root.render(
      React.createElement(GraphiQL, {
        key: story.value,
        fetcher: GraphiQL.createFetcher({
          url: '/graphql',
          fetch: (url, options) =>
            fetch(url, { ...options, headers: { ...options.headers, Authorization: `Bearer ${token}` } }),
        }),
        defaultQuery: QUERY,
        query: QUERY,
        variables: JSON.stringify({ nhsNumber: story.value }, null, 2),
      }),
    );
  };
  user.addEventListener('change', () => signIn().catch(fail));
  story.addEventListener('change', show);
  await signIn();
  show();
}

function fail(problem) {
  about.textContent = `${problem.message} Is the demo still running?`;
}

start().catch(fail);
