import type { Profiles } from '../ui/profiles';

/** The page where the address names a profile that is not there. Plain HTML, as no profile is loaded. */
export function UnknownProfile({ asked, profiles: { list, addressOf } }: { asked: string; profiles: Profiles }) {
  return (
    <main className="kp-failure" role="alert">
      <h1>没有这个配置</h1>
      <p>地址中的配置“{asked}”不在这台服务器上。链接可能不完整，也可能来自另一台服务器；在本机保存的报送不受影响。</p>
      {list.length > 0 && (
        <>
          <h2>可以打开的配置</h2>
          <ul>
            {list.map(({ id, name, office }) => (
              <li key={id}>
                <a href={addressOf(id, '/')}>{name}</a>（{id}）{office}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>管理员</h2>
      <p>新增配置：在 profiles 文件夹中放入该配置的文件夹，并在 profiles/index.json 中加一项。</p>
    </main>
  );
}
